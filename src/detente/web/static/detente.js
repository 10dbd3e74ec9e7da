// Pages work without this file. It sends filters without their empty fields, so that addresses stay short, and copies.
"use strict";
for (const form of document.querySelectorAll("form:not([method=post])")) {
  form.addEventListener("submit", () => {
    for (const field of form.elements) if (field.name && !field.value) field.disabled = true;
  });
  for (const field of form.querySelectorAll("select")) field.addEventListener("change", () => form.requestSubmit());
}
window.addEventListener("pageshow", () => {
  for (const field of document.querySelectorAll("form :disabled")) field.disabled = false;
});
for (const text of document.querySelectorAll(".copied")) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Copy";
  button.setAttribute("aria-describedby", text.id);
  button.addEventListener("click", async () => {
    getSelection().selectAllChildren(text);
    try {
      await navigator.clipboard.writeText(text.textContent);
      button.textContent = "Copied";
    } catch {
      button.textContent = "Selected: copy it with the keyboard";
    }
  });
  text.after(button);
}
// On a narrow screen facets stand above what was found: closed, they leave it in sight.
if (matchMedia("(max-width: 62rem)").matches) {
  for (const facet of document.querySelectorAll(".facets details")) facet.open = false;
}

// Pages work without this file. It sends filters without their empty fields, so that addresses stay short; it copies,
// takes dropped files, and shows how far a reading has come.
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
for (const zone of document.querySelectorAll(".drop")) {
  const field = zone.querySelector("[type=file]");
  for (const [event, over] of [["dragover", true], ["dragleave", false], ["drop", false]]) {
    zone.addEventListener(event, (dragged) => {
      dragged.preventDefault();
      zone.classList.toggle("over", over);
    });
  }
  zone.addEventListener("drop", (dropped) => {
    field.files = dropped.dataTransfer.files;
    field.dispatchEvent(new Event("change"));
  });
  field.addEventListener("change", () => {
    const most = Number(field.form.dataset.most);
    const total = [...field.files].reduce((sum, file) => sum + file.size, 0);
    field.setCustomValidity(total > most ? "These are too large together; choose fewer." : "");
    field.reportValidity();
  });
}
const watch = async () => {
  const job = document.getElementById("job");
  if (!job || job.dataset.over === "yes") return;
  const answer = await fetch(location.href).catch(() => null);
  job.querySelector("[data-gone]").hidden = answer !== null;
  if (answer && !answer.ok) return location.reload();
  if (answer) {
    const told = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("job");
    const [status, now] = [job, told].map((one) => one.querySelector("[role=status]"));
    if (status.textContent !== now.textContent) status.replaceChildren(...now.childNodes);
    job.querySelector(".so-far").replaceWith(told.querySelector(".so-far"));
    job.dataset.over = told.dataset.over;
  }
  setTimeout(watch, 1000);
};
setTimeout(watch, 500);

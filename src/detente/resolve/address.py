"""Direct address: whom a speaker means by "Mr. President", "Madam Secretary" or "Mayor, thank you"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.ontology.offices import PEOPLE
from detente.ontology.roles import AMBASSADOR, holder_described
from detente.ontology.states import STATES, states_in
from detente.resolve.directory import fitted, spelled
from detente.resolve.floor import Floor
from detente.resolve.local import holder_here
from detente.resolve.players import Player, matches
from detente.resolve.posts import Post, read_post
from detente.resolve.sheet import OPENING, Draft, Sheet
from detente.text.reading import Token

_MARKS = frozenset({",", ".", "?", "!", "—", "–", "--", ";", ":"})
_PAUSES = frozenset({",", "—", "–", "--"})


def find_addresses(sheet: Sheet, floor: Floor) -> list[Draft]:
    """Hold the words by which a speaker addresses someone; whom they mean is found later."""
    if not floor.spoken:
        return []
    return [sheet.add(draft) for token in sheet.tokens if (draft := _address(sheet, token))]


def _address(sheet: Sheet, token: Token) -> Draft | None:
    polite = token.lower in sheet.words.address
    first = token.i + 1 if polite else token.i
    last = _title_end(sheet, first)
    if last is None or not sheet.free(token.i, last) or not sheet.same_paragraph(token.i, last):
        return None
    if not polite and not _set_off(sheet, token.i, last):
        return None
    return Draft(token.i, last, "description", (first, last))


def _title_end(sheet: Sheet, first: int) -> int | None:
    """The last token of a title in capitals that starts here; None where a name follows it or none starts."""
    words, last = sheet.words, None
    for token in sheet.tokens[first:]:
        if not token.text[0].isupper() or token.text.isupper() or not words.in_title(token.lower):
            named = token.text[0].isupper() and token.pos == "PROPN" and not token.text.isupper()
            return None if named and last == token.i - 1 else last
        if token.lower in words.heads and token.tag not in {"NNS", "NNPS"}:
            last = token.i
    return last


def _set_off(sheet: Sheet, first: int, last: int) -> bool:
    """Whether a bare title stands apart, at the start or the end of what is said: "Mayor, I thank you"."""
    after = sheet.tokens[last + 1].text if last + 1 < len(sheet.tokens) else "."
    before = sheet.tokens[first - 1].text if first else "."
    paragraph = sheet.tokens[first].sentence.paragraph
    if after not in _MARKS or paragraph.kind in {"headline", "heading", "byline", "bullet"}:
        return False
    opens = first == 0 or not sheet.same_paragraph(first - 1, first) or before in {".", "?", "!", ":", "Q", ")"}
    aside = before == "," and first > 1 and sheet.held[first - 2] is None
    return (opens and after in _PAUSES) or (before == "," and (after in {".", "?", "!"} or (aside and after == ",")))


def resolve_addresses(sheet: Sheet, floor: Floor, addresses: list[Draft]) -> None:
    """Find whom each address means; where nobody can be told, it means nobody."""
    for draft in addresses:
        post = read_post(sheet.words_of(*draft.core))
        draft.player = _addressed(sheet, floor, draft, post)


def _addressed(sheet: Sheet, floor: Floor, draft: Draft, post: Post) -> Player | None:
    speaker = floor.speaker(draft.first)
    if sheet.quoted[draft.first]:
        return _holder_at_home(sheet, post) or _called_once(sheet, speaker, post)
    gender = sheet.words.honorifics.get(sheet.tokens[draft.first].lower)

    def may_be(player: Player) -> bool:
        fits = player is not speaker and matches(player, post, sheet.on)
        return fits and (gender is None or player.gender in {None, gender})

    near = next((p for p in floor.neighbours(draft.first, last_first=_thanked(sheet, draft)) if may_be(p)), None)
    if near is not None:
        return near
    fitting = [p for p in sheet.cast.players if may_be(p)]
    present = _entitled(sheet, fitting)
    holder = _holder_at_home(sheet, post)
    if len(present) == 1 and holder and not _on_stage(sheet, floor, holder):
        return present[0]
    if holder is not None and holder is not speaker and gender in {None, holder.gender or gender}:
        return holder
    if len(present) == 1:
        return present[0]
    ours = [p for p in fitting if sheet.cast.party(p).state in {None, sheet.cast.home}]
    there = [p for p in fitting if sheet.cast.abroad and sheet.cast.party(p).state == sheet.cast.abroad]
    return there[0] if len(there) == 1 else next(_named_before(sheet, draft, ours), None) or holder_here(sheet, post)


def _called_once(sheet: Sheet, speaker: Player | None, post: Post) -> Player | None:
    """Whoever tells how others once spoke to him: "They asked me, 'Senator, why?'"."""
    person = speaker.person if speaker else None
    return speaker if person and sheet.on and fitted(person, post, sheet.on) else None


def _thanked(sheet: Sheet, draft: Draft) -> bool:
    """Whether it closes "Thank you, Mr. President", said to whoever spoke before."""
    return [t.lower for t in sheet.tokens[max(0, draft.first - 3) : draft.first]] == ["thank", "you", ","]


def _words_abroad(sheet: Sheet, post: Post) -> str | None:
    """The words of a title; of an ambassador only with the one state that the text is about or is spoken in."""
    if post.roles != (AMBASSADOR,):
        return post.words
    text = sheet.reading.document.text[:OPENING]
    there = {name.code for _, _, name in states_in(text)} - {sheet.cast.home}
    state = STATES.get(sheet.cast.abroad or (there.pop() if len(there) == 1 else ""))
    return f"{post.words} to {state.name}" if state else None


def _holder_at_home(sheet: Sheet, post: Post) -> Player | None:
    home = sheet.cast.home
    words = _words_abroad(sheet, post)
    if sheet.on is None or home is None or not post.roles or words is None:
        return None
    held = holder_described(words, sheet.on, home)
    people = {person.id for person, office, tenure in held if office.state == home and not tenure.acting}
    return sheet.cast.enter_person(PEOPLE[people.pop()], 0) if len(people) == 1 else None


def _on_stage(sheet: Sheet, floor: Floor, player: Player) -> bool:
    """Whether the title names someone or a turn is theirs."""
    return bool(_entitled(sheet, [player])) or any(floor.speaker_of(n) is player for n in range(len(floor.turns)))


def _entitled(sheet: Sheet, players: list[Player]) -> list[Player]:
    """Those whom the title of the document names."""
    words = set(spelled(sheet.title.replace("’s", "")))
    return [p for p in players if p.words and p.words[-1] in words]


def _named_before(sheet: Sheet, draft: Draft, players: list[Player]) -> Iterator[Player]:
    before = sorted((d for d in sheet.drafts if d.player in players and d.first < draft.first), key=lambda d: -d.first)
    return (d.player for d in before if d.player)

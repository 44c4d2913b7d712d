"""`daybook breaches`: which lines of her orders something in the notebook may have broken, and what she said of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from daybook.cli.damage import say_damage
from daybook.cli.export import at_folder, made_from, to_file, write_paper
from daybook.cli.passphrase import passphrase_file, refuse
from daybook.domain.sentence import sentence

if TYPE_CHECKING:
    from daybook.notebook.breaches import HerPossibility
    from daybook.notebook.message_answers import HerSpan
    from daybook.notebook.notebook import Notebook
    from daybook.notebook.plans import HerPlan


@click.command(epilog="\b\nExample:\n  daybook breaches --at /media/usb/notes --json")
@at_folder
@click.option("--json", "wants_json", is_flag=True, help="Print JSON.")
@passphrase_file
def breaches(folder: Path, passphrase_file: str | None, *, wants_json: bool) -> None:
    """Print which lines of an order may have been broken, with the reasons. It is never a conclusion.

    Messages and calls that were brought in stand there by day, with how many, once it was said in the notebook who
    sends them.
    """

    def found(notebook: Notebook) -> bytes:
        from daybook.notebook.breaches import possibilities  # noqa: PLC0415  (starting the screens does without)
        from daybook.notebook.guidance import shipped_pack  # noqa: PLC0415
        from daybook.notebook.message_answers import her_spans  # noqa: PLC0415
        from daybook.notebook.plans import her_plan  # noqa: PLC0415

        plan = her_plan(notebook, shipped_pack())
        spans = her_spans(notebook, plan)
        answered = {her.said.record for her in spans if her.said}
        every = [
            _told(plan, each)
            for each in possibilities(notebook, plan)
            if each.said is None or each.said.record not in answered
        ]
        every += [_of_messages(notebook, plan, her) for her in spans]
        say_damage(notebook)
        if wants_json:
            return json.dumps(every, ensure_ascii=False, indent=2).encode()
        return "\n".join(line for each in every for line in _lines(each)).encode()

    click.echo(made_from(folder, passphrase_file, found).decode())


def _told(plan: HerPlan, each: HerPossibility) -> dict[str, Any]:
    """One possibility in words; dates as the record has them."""
    from daybook.notebook.breach_days import that_do_not_fit  # noqa: PLC0415  (starting the screens does without)
    from daybook.notebook.notebook import title_of  # noqa: PLC0415
    from daybook.notebook.people import spoken  # noqa: PLC0415

    return {
        "kind": each.happening.kind,
        "happening": each.happening.record,
        "happened": str(each.happened),
        "begins": title_of(each.happening),
        "order": each.order.name,
        "line": each.term.number,
        "words": each.term.words,
        "reasons": [spoken(plan, reason.said) for reason in each.found.reasons] if each.found else [],
        "not_known": [spoken(plan, said) for said in each.found.unknown] if each.found else [],
        "does_not_fit": "".join(spoken(plan, why) for _each, why in that_do_not_fit([each])),
        "said": each.answer,
        "reference": each.said.body.reference if each.said else "",
    }


def _of_messages(notebook: Notebook, plan: HerPlan, her: HerSpan) -> dict[str, Any]:
    """Messages or calls of one day in words; times as the file has them."""
    from daybook.notebook.message_answers import ends_of  # noqa: PLC0415  (starting the screens does without)
    from daybook.notebook.messages import source_of  # noqa: PLC0415
    from daybook.notebook.people import spoken  # noqa: PLC0415

    span = her.span
    first, last = ends_of(notebook, span)
    source = source_of(notebook, span.source)
    what = {"message": "messages", "call": "calls"}[span.way]
    return {
        "kind": what,
        "happened": span.day.isoformat(),
        "begins": f"{span.count} {what} from {span.sender}, {first} to {last}, in {source.name}",
        "count": span.count,
        "first": first,
        "last": last,
        "sender": span.sender,
        "source": source.name,
        "sha256": [original.sha256 for original in source.original],
        "numbers": [*span.numbers],
        "order": her.order.name,
        "line": her.term.number,
        "words": her.term.words,
        "reasons": [spoken(plan, reason.said) for reason in span.found.reasons],
        "not_known": [spoken(plan, said) for said in span.found.unknown],
        "said": her.answer,
        "reference": her.said.body.reference if her.said else "",
    }


def _lines(told: dict[str, Any]) -> Iterator[str]:
    yield f"{told['happened']}: {told['begins']}"
    yield (
        f"  {told['order']}, line {told['line']}: {told['words']}"
        if told["line"]
        else f"  {told['order']}: {told['words']}"
    )
    yield from (f"    {reason}" for reason in told["reasons"])
    yield from (f"    Not known: {words}" for words in told["not_known"])
    if told.get("does_not_fit"):
        yield f"    {told['does_not_fit']}"
    if told["said"]:
        yield f"    Said: {told['said']}"
    yield ""


@click.command(epilog="\b\nExample:\n  daybook export police-page --at /media/usb/notes -o papers.pdf")
@at_folder
@to_file
@click.option("--no-calls", is_flag=True, help="Leave out what the police were told before.")
@click.option("--no-name", is_flag=True, help="Leave out the name of the person the orders bind.")
@passphrase_file
def police_page(folder: Path, output: Path, passphrase_file: str | None, *, no_calls: bool, no_name: bool) -> None:
    """Write one page for the police as a PDF: orders, their lines, and what was confirmed. A paper can be found."""
    from daybook.notebook.guidance import shipped_pack  # noqa: PLC0415  (starting the screens does without)
    from daybook.notebook.plans import her_plan  # noqa: PLC0415
    from daybook.notebook.police_pages import NoOrderError, PoliceChoice, on_paper  # noqa: PLC0415

    choice = PoliceChoice(calls=not no_calls, name=not no_name)
    try:
        paper = made_from(folder, passphrase_file, lambda book: on_paper(book, her_plan(book, shipped_pack()), choice))
    except NoOrderError as error:
        refuse(sentence(error))
    write_paper(output, paper)

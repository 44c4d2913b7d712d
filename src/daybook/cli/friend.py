"""`daybook friend`: for somebody who is worried about a friend. It opens no notebook and keeps nothing."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, NoReturn

import click

from daybook.guide.finding import PackError
from daybook.notebook.friends import ForAFriend, for_a_friend
from daybook.notebook.guidance import NoPackError, shipped_pack

if TYPE_CHECKING:
    from daybook.guide.pack import Pack
    from daybook.guide.service import Service

BAD_INPUT = 2


@click.command(epilog="\b\nExample:\n  daybook friend --about england --about children --json")
@click.option("--about", "chosen", multiple=True, metavar="ID", help="What is true of your friend; see --list.")
@click.option("--list", "listed", is_flag=True, help="List what can be said with --about.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def friend(chosen: tuple[str, ...], *, listed: bool, as_json: bool) -> None:
    """What helps and what can harm, if you are worried about somebody. Keeps nothing."""
    try:
        pack = shipped_pack()
    except (PackError, NoPackError) as error:
        _refuse(str(error))
    unknown = [name for name in chosen if name not in pack.friend_choices]
    if unknown:
        _refuse(f"“{unknown[0]}” is not known. `daybook friend --list` shows what can be said.")
    found = for_a_friend(pack, chosen)
    if listed:
        _print_choices(found, as_json=as_json)
    elif as_json:
        click.echo(json.dumps({"parts": _parts(found)}, ensure_ascii=False, indent=2))
    else:
        _print(pack, found)


def _print_choices(found: ForAFriend, *, as_json: bool) -> None:
    choices = [{"id": choice.id, "group": choice.group, "label": choice.label} for choice in found.choices]
    if as_json:
        click.echo(json.dumps({"choices": choices}, ensure_ascii=False, indent=2))
        return
    for choice in choices:
        click.echo(f"{choice['id']}: {choice['label']}")


def _parts(found: ForAFriend) -> dict[str, list[dict[str, object]]]:
    return {
        part: [
            {
                "id": told.id,
                "title": told.title,
                "says": told.says,
                "services": [{"name": service.name, "number": service.number} for service in told.services],
            }
            for told in advice
        ]
        for part, advice in found.parts.items()
    }


def _print(pack: Pack, found: ForAFriend) -> None:
    click.echo(f"In danger: {pack.services['emergency'].number}.\n" if "emergency" in pack.services else "")
    for advice in found.parts.values():
        for told in advice:
            click.echo(told.title)
            for text in told.says:
                click.echo(f"  - {text}")
            for service in told.services:
                click.echo(f"  {_reach(service)}")
            click.echo()


def _reach(service: Service) -> str:
    return f"{service.name}: {service.number}" if service.number else service.name


def _refuse(sentence: str) -> NoReturn:
    click.echo(sentence, err=True)
    sys.exit(BAD_INPUT)

"""Pages as Telegram Desktop writes them, with its room and its line ends: invented people only."""

from __future__ import annotations

AT = "14.03.2024 21:05:09 UTC+00:00"
FACE = """
      <div class="pull_left userpic_wrap">
       <div class="userpic userpic4" style="width: 42px; height: 42px">
        <div class="initials" style="line-height: 42px">
AR
        </div>
       </div>
      </div>
"""
DRESS = ("css/style.css", "js/script.js", "images/back.png", "images/back@2x.png", "images/media_call.png")


def body(text: str = "", at: str = AT, *, more: str = "") -> str:
    words = f'\n       <div class="text">\n{text}\n       </div>\n' if text else ""
    return f'\n       <div class="pull_right date details" title="{at}">\n{at[11:16]}\n       </div>\n{more}{words}'


def named(who: str) -> str:
    return f'\n       <div class="from_name">\n{who} \n       </div>\n'


def said(text: str = "", who: str = "Alex Reid", at: str = AT, *, more: str = "", number: int = 1) -> str:
    inner = body(text, at, more=(named(who) if who else "") + more)
    return (
        f'\n     <div class="message default clearfix" id="message{number}">\n{FACE}'
        f'\n      <div class="body">\n{inner}\n      </div>\n\n     </div>\n'
    )


def joined(text: str = "", at: str = AT, *, more: str = "", number: int = 2) -> str:
    inner = f'\n      <div class="body">\n{body(text, at, more=more)}\n      </div>\n'
    return f'\n     <div class="message default clearfix joined" id="message{number}">\n{inner}\n     </div>\n'


def did(text: str, number: int = -1, more: str = "") -> str:
    return (
        f'\n     <div class="message service" id="message{number}">\n\n      <div class="body details">\n{text}\n'
        f"      </div>\n{more}\n     </div>\n"
    )


def wrap(inner: str) -> str:
    return f'\n       <div class="media_wrap clearfix">\n{inner}\n       </div>\n'


def sent(kind: str, title: str, status: str = "", *, href: str = "", about: str = "", thumb: str = "") -> str:
    """What was sent, in the form it has where no picture of it is drawn."""
    name, link = ("a", f' href="{href}"') if href else ("div", "")
    small = f'<img class="thumb pull_left" src="{thumb}"/>' if thumb else '<div class="fill pull_left">\n</div>'
    told = "".join(
        f'\n<div class="{of_class}">\n{text}\n         </div>\n'
        for of_class, text in (("title bold", title), ("description", about), ("status details", status))
        if text
    )
    return wrap(
        f'<{name} class="media clearfix pull_left block_link {kind}"{link}>{small}<div class="body">{told}</div></{name}>'
    )


def drawn(kind: str, href: str, *, more: str = "") -> str:
    stem, _, end = href.rpartition(".")
    return wrap(
        f'<a class="{kind} clearfix pull_left" href="{href}">{more}<img class="x" src="{stem}_thumb.{end}"/></a>'
    )


def page(*blocks: str, title: str = "Alex Reid", more: str = "") -> bytes:
    return (
        '<!DOCTYPE html>\n<html>\n\n <head>\n\n  <meta charset="utf-8"/>\n<title>Exported Data</title>\n'
        '  <link href="css/style.css" rel="stylesheet"/>\n\n  <script src="js/script.js" type="text/javascript">\n\n'
        '  </script>\n\n </head>\n\n <body onload="CheckLocation();">\n\n  <div class="page_wrap">\n\n'
        '   <div class="page_header">\n\n    <div class="content">\n\n     <div class="text bold">\n'
        f"{title} \n     </div>\n\n    </div>\n\n   </div>\n\n"
        f'   <div class="page_body chat_page">\n\n    <div class="history">\n{more}{"".join(blocks)}\n    </div>\n\n'
        "   </div>\n\n  </div>\n\n </body>\n\n</html>\n"
    ).encode()


def forwarded(text: str, *, who: str = "Sam Ode", at: str = "01.02.2023 10:11:12 UTC+00:00") -> str:
    name = f'<div class="from_name">\n{who} <span class="date details" title="{at}"> 01.02.2023 10:11:12</span>\n</div>'
    face = '<div class="pull_left forwarded userpic_wrap">\n<div class="userpic userpic2">\n</div>\n</div>'
    words = f'<div class="text">\n{text}\n</div>'
    return f'{face if who else ""}<div class="forwarded body">{name if who else ""}{words}</div>'

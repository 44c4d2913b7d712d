"""Screens: what a browser shows of one notebook. Read this before you write a page.

**A page is one file in `web/views/`** and its templates in `web/templates/<name>/`. The file holds `views =
Blueprint("record", __name__, url_prefix="/record")` and is found by itself; nothing else is edited. If the page
belongs in the menu, the file also holds `place = Place(order=20, words=N_("Your plan"), endpoint="plan.index",
says=N_("one sentence for the first page"))` (`web/places.py`).

**Routes are readable inside and never leave.** In templates write `{{ to("record.show", record=id) }}`, in views
`to(...)`, and to answer a POST `return go("record.show", record=id)`. Both make an opaque address that dies with the
session. Never `url_for`, never a form with `method="get"`, never an address written by hand. `asset("page.css")` is
for static files. No view needs to check the session: without an open notebook a view is never called.

**A view parses, asks the notebook, answers.** `notebook()` (`web/here.py`) is the open façade; it raises ClosedError,
which is handled. Let the façade's errors pass: `web/errors.py` shows their sentence, and keeps what was typed. Every
POST ends in `go(...)`; a page made from a POST would put what she typed into the browser's session files.
`say(_("Saved."))` shows one sentence on the next page. A download is named neutrally and sent from memory.

**Nothing typed is lost.** A form for words of hers is `<form method="post" enctype="multipart/form-data"
autocomplete="off" data-keep>` and carries the hidden fields `kind`, `key` (`new_key()`), `record`, `based_on`, and
one `kept` for each file already sealed (`kept_value(field, attachment)`); `{{ parts.keep(...) }}` writes them.
`page.js` then seals a `Draft` a moment after she stops typing, and a form that arrives after the notebook was locked
is sealed as the same draft. A form with mistakes is given back from its draft: `keep_typed()` then `go("record.new",
key=key)`. Remove the draft when saved. All of these are in `web/drafts.py`.

**Files**: `sealed_files("files")` (`web/uploads.py`) gives the uploaded ones as `Attachment`s. They were sealed while
they arrived; no temporary file exists. Call it once for each field.

**Templates** extend `base.html` and fill `{% block page %}`; the first thing in it is the one `<h1>`. A page with a
field to type in sets `{% block still %}{% endblock %}`, so that it does not refresh itself without JavaScript while
she types. `{% import "parts.html" as parts %}` has fields, choices and buttons. Words go through `_()`; `_("…
%(name)s", name=…)` for values. No inline style, script or handler: the page would not run them. Classes are listed at
the top of `page.css`.

**Every page answers 203**, which Chromium does not keep for Back (`web/hardening.py`); a redirect after a
POST is 303. Static files are put into `web/static/` and named with `asset(…)` only: their addresses hold no word.

**Words in Python** are marked with `N_` where they are written and put through `_` where they are shown
(`web/i18n.py`).

**Settings**: after saving `Preferences` call `desk().adopt(preferences)`.
"""

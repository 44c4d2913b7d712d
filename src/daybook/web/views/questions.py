"""Questions about her situation, one a page. Each can be skipped, and each says why it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, redirect, render_template, request

from daybook.notebook import answering, ready
from daybook.notebook.answering import KIND, answers_of
from daybook.notebook.round import Round
from daybook.web.addresses import go, to
from daybook.web.drafts import keep_typed
from daybook.web.here import notebook, say
from daybook.web.i18n import N_, _
from daybook.web.question_form import age_of, question_form, reads_like

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from daybook.domain.records.answers import SituationAnswers
    from daybook.guide.question import Question

views = Blueprint("questions", __name__, url_prefix="/questions")

PARTS = {
    "you": N_("About you"),
    "now": N_("Today"),
    "device": N_("Phone, computer, accounts and car"),
    "people": N_("People around you"),
    "children": N_("Children"),
    "home": N_("Your home"),
    "money": N_("Money"),
    "work": N_("Work and study"),
    "health": N_("Your health"),
    "status": N_("Visa, language and community"),
    "law": N_("Police, court and orders"),
    "after": N_("After parting"),
    "deciding": N_("What you would like"),
}


def the_round() -> Round:
    """The questions as they apply to her now."""
    return Round(ready.pack(), answers_of(notebook()))


def part_title(part: str) -> str:
    """What a part of the questions is called."""
    return _(PARTS[part]) if part in PARTS else part.capitalize()


@views.get("/next")
def following() -> ResponseReturnValue:
    """The first question she has not come to yet; at the end of the first round, what else there is."""
    question = the_round().next_open()
    return redirect(to("questions.ask", name=question.id) if question else to("questions.enough"), 303)


@views.get("/one/<name>")
def ask(name: str) -> ResponseReturnValue:
    """One question. `back` names the page a change was asked for from; `look` shows what there is to put right."""
    asked = the_round()
    question = asked.question(name)
    draft = notebook().drafts.get(draft_key(question))
    form = question_form(asked, question, draft, look="look" in request.args)
    before = asked.before(question)
    return render_template(
        "questions/one.html",
        form=form,
        key=draft_key(question),
        kind=KIND,
        number=asked.number(question),
        part=part_title(question.section),
        told=asked.told(question),
        back=request.args.get("back", ""),
        before=to("questions.ask", name=before.id) if before else "",
    )


@views.post("/one/<name>")
def answer(name: str) -> ResponseReturnValue:
    """Keep the answer to one question and go on."""
    question = the_round().question(name)
    do = request.form.get("do", "next")
    back = request.args.get("back", "")
    if question.kind == "children" and do in ("next", "plan", "more"):
        typed = [age.strip() for age in request.form.getlist("age")]
        if do == "more" or any(age and age_of(age) is None for age in typed):
            keep_typed()
            return go("questions.ask", name=name, back=back, **({} if do == "more" else {"look": 1}))
    kept = answering.change(notebook(), lambda answers: _changed(answers, question, do))
    notebook().drafts.remove(draft_key(question))
    if do == "clear":
        return go("questions.ask", name=name, back=back)
    if question.kind == "words" and kept.chosen.get(question.id) is not None:
        say(_("From now on it reads like this: “%(words)s”", words=reads_like(ready.pack(), kept)))
    if do == "plan":
        return go("plan.index")
    return _on_from(question, back)


def _on_from(question: Question, back: str) -> ResponseReturnValue:
    if back:
        return go("questions.all")
    after = the_round().after(question)
    return go("questions.ask", name=after.id) if after else go("questions.enough")


def _changed(answers: SituationAnswers, question: Question, do: str) -> SituationAnswers:
    """Her answers with what this form says about one question. Who stops at one to see her plan has not skipped it."""
    if do == "unsure":
        return answering.unsure(answers, question)
    if do in ("skip", "clear"):
        return answering.without(answers, question, skipped=do == "skip")
    changed = _told(answers, question, do)
    return changed or answering.without(answers, question, skipped=do != "plan")


def _told(answers: SituationAnswers, question: Question, do: str) -> SituationAnswers | None:
    """Her answers with what is chosen or typed in this form; None where that is nothing."""
    form = request.form
    if question.kind == "children":
        ages = [] if do == "none" else [age for typed in form.getlist("age") if (age := age_of(typed)) is not None]
        return answering.with_ages(answers, question, ages) if ages or do == "none" else None
    if question.kind == "words":
        name, pronouns, relation = (form.get(field, "") for field in ("name", "pronouns", "relation"))
        if not (name.strip() or pronouns or relation):
            return None
        return answering.with_words(answers, question, name=name, pronouns=pronouns, relation=relation)
    options = form.getlist("option")
    return answering.with_options(answers, question, options) if options else None


@views.get("/enough")
def enough() -> ResponseReturnValue:
    """The end of the first round: the plan is there, and there is more she can tell when she likes."""
    asked = the_round()
    parts = [
        (part_title(part), next((q for q in questions if not asked.is_answered(q)), questions[0]), questions)
        for part, questions in asked.more.items()
    ]
    shown = [
        (title, start, sum(not asked.is_answered(question) for question in questions))
        for title, start, questions in parts
    ]
    return render_template("questions/enough.html", parts=shown, next=asked.next_open())


@views.get("/all")
def all() -> ResponseReturnValue:  # noqa: A001  (read as questions.all)
    """Everything she told, with a way to change each answer."""
    asked = the_round()
    parts = [(_("The first questions"), [asked.told(question) for question in asked.first])]
    parts += [(part_title(part), [asked.told(q) for q in questions]) for part, questions in asked.more.items()]
    return render_template("questions/all.html", parts=parts, answers=asked.answers)


def draft_key(question: Question) -> str:
    """The form of a question is always the same one, so that its draft is found again."""
    return f"{KIND} {question.id}"

"""`make bench`: print every figure with its ratio to a reference measured in the same run."""

from __future__ import annotations

from bench import breaches, export, finding, journal, messages, ocr, pictures, plan, sms, start, whatsapp


def main() -> None:
    """Measure and print, quick ones first."""
    read = (sms.figures, whatsapp.figures, messages.figures, finding.figures, ocr.figures)
    for measure in (start.figures, plan.figures, breaches.figures, journal.figures, pictures.figures, *read):
        for figure in measure():
            print(figure, flush=True)
    export.main()


if __name__ == "__main__":
    main()

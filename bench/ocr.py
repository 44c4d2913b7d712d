"""How well and how fast words in phone screenshots are read: thirty drawn ones, light and dark, in three manners."""

from __future__ import annotations

import io
import statistics
import time

from rapidfuzz.distance import Levenshtein
from tests.intake.drawn_chats import MANNERS, draw, shown, talk

from bench.figure import Figure
from daybook.intake.seen import eye
from daybook.intake.seen.bubbles import chat_of
from daybook.intake.seen.pixels import pixels
from daybook.intake.seen.run import alike

COUNT = 30


def figures() -> list[Figure]:
    """Word accuracy (words of all messages that fitted, less those wrong, missing or made up), bubbles, seconds."""
    eye.read(pixels(io.BytesIO(draw(talk(99)))))  # the models are loaded once, in about two seconds
    right = {False: [0, 0], True: [0, 0]}
    messages = sides = 0
    whole, took, work = 0, [], []
    for number in range(COUNT):
        manner, dark = MANNERS[number % len(MANNERS)], number % 2 == 1
        said = shown(talk(number), manner)
        plain = draw(talk(number), manner, dark=dark)
        begun, used = time.perf_counter(), time.process_time()
        image = pixels(io.BytesIO(plain))
        seen = eye.read(image)
        chat = chat_of(image, seen)
        took.append(time.perf_counter() - begun)
        work.append(time.process_time() - used)
        truth = [word for one in said for word in one.text.split()]
        read = [word for bubble in chat.bubbles for word in bubble.text.split()]
        right[dark][0] += len(truth) - Levenshtein.distance(truth, read)
        right[dark][1] += len(truth)
        whole += len(said)
        for one, bubble in zip(said, chat.bubbles, strict=False):
            messages += alike(one.text, bubble.text) > 0
            sides += (bubble.side == "right") == one.mine
    return [
        Figure("screenshots, words read right, light", 100 * right[False][0] / right[False][1], "%"),
        Figure("screenshots, words read right, dark", 100 * right[True][0] / right[True][1], "%"),
        Figure("screenshots, messages told apart, in order", 100 * messages / whole, "%"),
        Figure("screenshots, side told right", 100 * sides / whole, "%"),
        Figure("screenshots, a phone screenshot, half of them under", statistics.median(took), "s"),
        Figure("screenshots, the slowest", max(took), "s"),
        Figure("screenshots, work of both cores together, half under", statistics.median(work), "s"),
    ]

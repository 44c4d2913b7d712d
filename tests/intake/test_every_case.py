"""Every case of the field notes on exports has a test by name: this says which, and that it is there."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

from tests.intake import test_whatsapp

W, P, S, L, C, J, H, T, X, A, G, M = (
    "test_whatsapp", "test_whatsapp_packed", "test_sms_backup", "test_sms_letters", "test_sms_calls", "test_meta_json",
    "test_meta_pages", "test_telegram", "test_telegram_html", "test_apple_messages", "test_signal", "test_mail",
)  # fmt: skip
HEADS = "test_heads"
WORDS = "test_34_35_38_39_40_43_words_stay_and_what_they_mean_is_told"
NAMES = "test_31_32_33_names"
LINES = "test_27_28_29_lines_of_the_program_have_no_sender"
CASES: dict[str, list[tuple[str, str]]] = {
    **{f"WhatsApp {number}": [(W, HEADS)] for number in (1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 15, 16, 17, 18, 19, 20)},
    "WhatsApp 7": [
        (W, "test_07_all_days_to_twelve_are_asked_about_and_left_empty_until_then"),
        (W, "test_07_a_day_that_is_the_same_either_way_is_told"),
        (W, "test_07_the_order_shows_where_one_reading_goes_back_in_time"),
    ],
    "WhatsApp 14": [(W, "test_14_no_space_after_the_colon")],
    "WhatsApp 21": [(W, "test_21_byte_order_mark_first"), (W, "test_21_saved_again_as_utf_16")],
    "WhatsApp 22": [(W, "test_22_crlf_endings")],
    "WhatsApp 23": [(W, "test_23_lines_of_one_message_stay_as_they_are")],
    "WhatsApp 24": [(W, "test_24_a_date_inside_a_message_begins_none")],
    "WhatsApp 25": [(W, "test_25_a_chat_pasted_into_a_message_stays_inside_and_is_marked")],
    "WhatsApp 26": [
        (W, "test_26_a_forged_head_cannot_be_told_and_she_is_told_so"),
        (W, "test_26_a_head_that_goes_back_by_days_is_marked"),
        (W, "test_26_where_lines_end_differently_inside_messages_a_forged_head_is_seen"),
    ],
    **{f"WhatsApp {number}": [(W, LINES)] for number in (27, 28, 29)},
    "WhatsApp 30": [
        (W, "test_30_a_colon_in_a_name_is_asked_about"),
        (W, "test_30_the_whole_file_can_tell_the_name"),
        (W, "test_30_the_name_of_the_file_can_tell_the_name"),
    ],
    **{f"WhatsApp {number}": [(W, NAMES)] for number in (31, 32, 33)},
    **{f"WhatsApp {number}": [(W, WORDS)] for number in (34, 35, 38, 40, 43)},
    "WhatsApp 36": [(W, "test_36_the_name_of_a_picture_tells_the_order_of_the_date")],
    "WhatsApp 37": [(W, "test_37_files_named_in_many_languages"), (W, "test_37_words_in_brackets_are_no_file")],
    "WhatsApp 39": [(W, WORDS), (W, "test_39_nothing_after_the_colon_not_even_a_space")],
    "WhatsApp 41": [(W, "test_41_lines_out_of_order_keep_the_order_of_the_file")],
    "WhatsApp 42": [(W, "test_42_an_hour_that_comes_twice_or_never")],
    "WhatsApp 44": [
        (P, "test_44_the_chat_is_found_under_any_name_with_its_pictures"),
        (P, "test_44_paths_that_lead_outside_are_left_alone"),
        (P, "test_44_the_same_name_twice"),
        (P, "test_44_a_bomb_is_refused"),
    ],
    "WhatsApp 45": [(W, "test_45_two_exports_agree_on_time_and_words_after_a_contact_was_renamed")],
    "SMS 1": [(L, "test_s1_an_emoji_written_as_two_halves_is_one_letter"), (L, "test_s1_halves_written_as_bytes_of_their_own_are_joined")],
    "SMS 2": [(L, "test_s2_what_is_no_letter_is_replaced_where_it_is_seen_and_flagged")],
    "SMS 3": [(S, "test_s3_null_is_nothing_but_a_body_may_say_null"), (S, "test_s3_a_null_date_is_no_date")],
    "SMS 4": [(L, "test_s4_lines_stay_lines")],
    "SMS 5": [(S, "test_s5_a_picture_of_20_mb_is_found_where_it_stands_and_not_held_in_memory")],
    "SMS 6": [(S, "test_s6_a_file_that_was_cut_off_invents_nothing_and_says_so"), (S, "test_s6_its_own_count_is_compared_both_ways")],
    "SMS 7": [(S, "test_s7_a_group_stands_with_waves_between_its_people"), (S, "test_s7_who_of_a_group_wrote_is_not_guessed")],
    "SMS 8": [(S, "test_s8_the_people_of_a_message_and_the_word_that_stands_for_her")],
    "SMS 9": [(S, "test_s9_the_layout_is_no_content_and_several_texts_stay_in_order")],
    "SMS 10": [(S, "test_s10_an_odd_address_stays_as_it_stands")],
    "SMS 11": [(L, "test_s11_a_file_that_went_through_a_windows_pipe")],
    "SMS 12": [(S, "test_s12_a_file_that_says_what_to_fetch_is_refused")],
    "SMS 13": [(C, "test_s13_a_call_that_came"), (C, "test_s13_a_call_she_made"), (C, "test_s13_a_withheld_number_is_nobody")],
    "Messenger 1": [(J, "test_f1_text_encoded_twice_is_mended_string_by_string")],
    "Messenger 2": [(J, "test_f2_split_files_newest_first_are_put_in_order")],
    "Messenger 3": [(J, "test_f3_an_entry_without_a_type_is_told_by_its_fields")],
    "Messenger 4": [(J, "test_f4_encrypted_chats_of_the_newer_download"), (J, "test_f4_one_encrypted_chat_by_itself")],
    "Messenger 5": [(J, "test_f5_photo_call_unsent_and_reaction_only_entries_are_kept")],
    "Messenger 6": [(J, "test_f6_a_message_with_the_words_liked_a_message_is_never_dropped")],
    "Messenger 7": [(J, "test_f7_folders_may_be_named_otherwise_and_files_are_still_found"), (H, "test_f7_every_layout_is_read_from_the_oldest_on")],
    "Messenger 8": [(J, "test_f8_times_are_instants_in_utc")],
    "Telegram text in pieces": [(T, "test_text_in_pieces_is_put_together_without_adding_anything")],
    "Telegram dates": [(T, "test_an_older_export_without_instants_gives_the_wall_clock_without_a_zone")],
    "Telegram edited": [(T, "test_edited_is_never_called_an_edit_since_a_reaction_sets_it_too")],
    "Telegram nobody": [(T, "test_a_deleted_account_has_no_name_and_is_still_told_apart")],
    "Telegram imported": [(T, "test_imported_messages_keep_what_the_file_says_of_them")],
    "Telegram service": [(T, "test_service_entries_are_kept_as_such"), (T, "test_calls_are_calls")],
    "Telegram pages, dates": [(X, "test_the_clock_is_taken_and_the_winter_zone_beside_it_is_not_counted_in")],
    "Telegram pages, joined": [(X, "test_a_joined_message_is_by_the_one_before"), (X, "test_pages_are_put_in_order_and_who_sent_it_is_carried_over_their_border")],
    "Telegram pages, nobody": [(X, "test_a_deleted_account_is_written_like_a_name_and_may_be_anybody")],
    "Telegram pages, service": [(X, "test_lines_of_the_program_have_a_day_and_no_clock"), (X, "test_calls")],
    "iPhone attributedBody": [(A, "test_ios_words_that_stand_only_in_the_archived_body")],
    "iPhone epochs": [(A, "test_ios_epochs_of_newer_and_older_rows")],
    "iPhone exporters": [("test_imessage", "test_plain_text"), ("test_imessage", "test_pages"), ("test_imessage", "test_imazing_s_table")],
    "Signal": [(G, "test_messages_both_ways_with_names"), (G, "test_every_kind_of_record_is_kept")],
    "Mail bad date": [(M, "test_a_date_is_only_as_exact_as_it_is_written")],
    "Mail unknown alphabet": [(M, "test_an_unknown_alphabet_is_said")],
    "Mail bad base64": [(M, "test_bad_base64_gives_what_can_be_read_and_is_said")],
    "Mail names": [(M, "test_a_name_leads_nowhere")],
    "Voicemail": [("test_claims", "test_a_recording_says_how_long_it_is")],
}  # fmt: skip


@cache
def functions_in(module: str) -> set[str]:
    tree = ast.parse((Path(__file__).parent / f"{module}.py").read_text(encoding="utf-8"))
    return {one.name for one in tree.body if isinstance(one, ast.FunctionDef)}


@pytest.mark.parametrize("case", CASES)
def test_a_case_of_the_notes_has_its_test(case: str) -> None:
    assert CASES[case]
    for module, name in CASES[case]:
        assert name in functions_in(module)


def test_no_case_is_left_out() -> None:
    assert {f"WhatsApp {number}" for number in range(1, 46)} <= CASES.keys()
    assert {f"SMS {number}" for number in range(1, 14)} <= CASES.keys()
    assert {f"Messenger {number}" for number in range(1, 9)} <= CASES.keys()
    named = {int(one[:2]) for one in test_whatsapp.HEADS if one[:2].isdigit()}
    assert named == {int(case.split()[1]) for case, tests in CASES.items() if tests == [(W, HEADS)]}

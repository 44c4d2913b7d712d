"""Databases as an iPhone and a Mac keep them, made here with the tables they really have: invented people only."""

from __future__ import annotations

import plistlib
import sqlite3
from typing import Any

AT = 732_143_109
"""Seconds from 2001 to 2024-03-14 21:05:09 UTC."""
SCHEMA = """
CREATE TABLE handle (ROWID INTEGER PRIMARY KEY AUTOINCREMENT UNIQUE, id TEXT NOT NULL, country TEXT, service TEXT NOT NULL,
  uncanonicalized_id TEXT, person_centric_id TEXT, UNIQUE (id, service));
CREATE TABLE chat (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT UNIQUE NOT NULL, style INTEGER, state INTEGER, account_id TEXT,
  properties BLOB, chat_identifier TEXT, service_name TEXT, room_name TEXT, account_login TEXT, is_archived INTEGER DEFAULT 0,
  last_addressed_handle TEXT, display_name TEXT, group_id TEXT);
CREATE TABLE message (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT UNIQUE NOT NULL, text TEXT, replace INTEGER DEFAULT 0,
  service_center TEXT, handle_id INTEGER DEFAULT 0, subject TEXT, country TEXT, attributedBody BLOB, version INTEGER DEFAULT 0,
  type INTEGER DEFAULT 0, service TEXT, account TEXT, account_guid TEXT, error INTEGER DEFAULT 0, date INTEGER, date_read INTEGER,
  date_delivered INTEGER, is_delivered INTEGER DEFAULT 0, is_finished INTEGER DEFAULT 0, is_emote INTEGER DEFAULT 0,
  is_from_me INTEGER DEFAULT 0, is_empty INTEGER DEFAULT 0, is_read INTEGER DEFAULT 0, is_sent INTEGER DEFAULT 0,
  cache_has_attachments INTEGER DEFAULT 0, cache_roomnames TEXT, is_audio_message INTEGER DEFAULT 0, item_type INTEGER DEFAULT 0,
  other_handle INTEGER DEFAULT 0, group_title TEXT, group_action_type INTEGER DEFAULT 0, associated_message_guid TEXT,
  associated_message_type INTEGER DEFAULT 0, balloon_bundle_id TEXT, payload_data BLOB, expressive_send_style_id TEXT,
  message_summary_info BLOB, ck_sync_state INTEGER DEFAULT 0, thread_originator_guid TEXT, date_retracted INTEGER, date_edited INTEGER);
CREATE TABLE attachment (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT UNIQUE NOT NULL, created_date INTEGER DEFAULT 0,
  start_date INTEGER DEFAULT 0, filename TEXT, uti TEXT, mime_type TEXT, transfer_state INTEGER DEFAULT 0, is_outgoing INTEGER DEFAULT 0,
  user_info BLOB, transfer_name TEXT, total_bytes INTEGER DEFAULT 0);
CREATE TABLE chat_message_join (chat_id INTEGER REFERENCES chat (ROWID) ON DELETE CASCADE, message_id INTEGER REFERENCES message (ROWID)
  ON DELETE CASCADE, message_date INTEGER DEFAULT 0, PRIMARY KEY (chat_id, message_id));
CREATE TABLE chat_handle_join (chat_id INTEGER, handle_id INTEGER, UNIQUE(chat_id, handle_id));
CREATE TABLE message_attachment_join (message_id INTEGER, attachment_id INTEGER, UNIQUE(message_id, attachment_id));
CREATE TABLE chat_recoverable_message_join (chat_id INTEGER, message_id INTEGER, delete_date INTEGER, ck_sync_state INTEGER DEFAULT 0);
CREATE TABLE deleted_messages (ROWID INTEGER PRIMARY KEY AUTOINCREMENT UNIQUE, guid TEXT NOT NULL);
CREATE INDEX chat_message_join_idx_message_id_only ON chat_message_join(message_id);
CREATE TRIGGER after_insert_on_message AFTER INSERT ON message BEGIN SELECT 1; END;
INSERT INTO handle VALUES (1, '+447700900123', 'gb', 'iMessage', NULL, NULL), (2, 'sam@example.com', 'gb', 'iMessage', NULL, NULL);
INSERT INTO chat (ROWID, guid, style, chat_identifier, display_name) VALUES (1, 'iMessage;-;+447700900123', 45, '+447700900123', ''),
  (2, 'iMessage;+;chat1', 43, 'chat1', 'Kids');
INSERT INTO chat_handle_join VALUES (1, 1), (2, 1), (2, 2);
"""


def archived(text: str) -> bytes:
    """Words as NSArchiver writes them: a stream with an NSMutableAttributedString."""
    raw = text.encode()
    length = bytes([len(raw)]) if len(raw) < 0x80 else b"\x81" + len(raw).to_bytes(2, "little")
    if len(raw) > 0x7FFF:
        length = b"\x82" + len(raw).to_bytes(4, "little")
    head = b"\x04\x0bstreamtyped\x81\xe8\x03\x84\x01@\x84\x84\x84\x19NSMutableAttributedString\x00\x84\x84\x12NSAttributedString\x00"
    string = b"\x84\x84\x08NSObject\x00\x85\x92\x84\x84\x84\x0fNSMutableString\x01\x84\x84\x08NSString\x01\x95\x84\x01+"
    return head + string + length + raw + b"\x86\x84\x02iI\x01\x05\x92\x84\x84\x84\x0cNSDictionary\x00"


def edited(*before: str) -> bytes:
    """What stands beside an edited message: its versions, the last one included."""
    versions = [{"d": float(AT + number), "t": archived(words)} for number, words in enumerate(before)]
    return plistlib.dumps({"ec": {"0": versions}, "ust": True}, fmt=plistlib.FMT_BINARY)


def taken_back() -> bytes:
    return plistlib.dumps({"rp": [0], "otr": {"0": {"lo": 0}}}, fmt=plistlib.FMT_BINARY)


SMALL = """PRAGMA page_size=512; CREATE TABLE handle (id); CREATE TABLE chat (chat_identifier, style, display_name);
CREATE TABLE message (guid, text, date, is_from_me, handle_id, service, attributedBody, message_summary_info);
CREATE TABLE chat_message_join (chat_id, message_id, message_date);
INSERT INTO handle VALUES ('+447700900123'); INSERT INTO chat VALUES ('+447700900123', 45, '');
"""
"""The same with only what is read, in small pages."""


def database(*messages: dict[str, Any], more: str = "", log: bool = False, schema: str = SCHEMA) -> bytes:
    """A database of these rows; each may say its `chat` (1 for Alex, 2 for a group)."""
    opened = sqlite3.connect(":memory:")
    opened.executescript(schema)
    for number, told in enumerate(messages, 1):
        row = {"guid": f"G{number}", "handle_id": 1, "service": "iMessage", "date": AT * 1_000_000_000} | told
        chat = row.pop("chat", 1)
        names = ", ".join(row)
        opened.execute(f"INSERT INTO message ({names}) VALUES ({', '.join('?' * len(row))})", tuple(row.values()))
        opened.execute("INSERT INTO chat_message_join VALUES (?, ?, 0)", (chat, number))
    opened.executescript(more)
    opened.commit()
    raw = bytearray(opened.serialize())
    opened.close()
    if log:
        raw[18:20] = b"\x02\x02"
    return bytes(raw)

"""Address books and calendars: files of content lines (vCard, iCalendar), read by `icalendar` one line at a time."""

"""Messages of an iPhone or Mac as exporters write them: text, pages, tables."""

"""Signal: what one record of its exports says."""

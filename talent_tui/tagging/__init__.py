"""An article to its mentions: sentences, dates, people, organisations, amounts."""

"""Chinese: Pinyin, surnames, full-width characters, and the pack `zh-en`."""

package org.safepassage.extract.worker;

/// Text of one page, or of what lies outside the pages.
///
/// @param page counts from 1, 0 for text that belongs to no page
/// @param text as the parser gave it
/// @param origin `text` or `ocr`
record PageText(int page, String text, String origin) {}

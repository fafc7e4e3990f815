package org.safepassage.redact.check;

/// Where something was found, never what.
///
/// @param file the file's path; `file 3`, counting from 1, when the path itself holds what was found
/// @param place such as `text at 1234`, `name`, `metadata key 3`, `text/base64 at 88`; offsets in chars of what was
///     decoded, in bytes for `bytes`
/// @param type mention type, such as `PERSON.SURNAME`
public record Hit(String file, String place, String type) {}

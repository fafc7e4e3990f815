package org.safepassage.rehearsal.audit;

/// One way to read bytes as text.
///
/// @param how the way, for example `utf-8`, `base64/koi8-r`, `tika`
/// @param text what it gives
/// @param noisy whether the bytes may be no text at all, so that short words occur by chance
record Reading(String how, String text, boolean noisy) {}

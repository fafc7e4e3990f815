package org.safepassage.schemas;

/// An exhibit that does not go with its case, as the recipient is told of it: no identity in it.
///
/// @param exhibit the exhibit's id as the recipient knows it
/// @param kind what it shows
/// @param mediaType detected type
/// @param reason why it is withheld
public record Withheld(String exhibit, Exhibit.Kind kind, String mediaType, HoldReason reason) {}

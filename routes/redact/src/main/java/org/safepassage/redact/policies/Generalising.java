package org.safepassage.redact.policies;

/// How far `generalise` goes. Ages become bands and professions their groups under every policy; dates of birth the
/// year.
///
/// @param dates what is left of a date
/// @param places what is left of a place
public record Generalising(Precision dates, Extent places) {
    /// The month of a date and the region of a place.
    public static final Generalising USUAL = new Generalising(Precision.MONTH, Extent.REGION);
}

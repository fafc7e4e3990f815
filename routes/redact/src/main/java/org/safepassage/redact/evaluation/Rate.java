package org.safepassage.redact.evaluation;

/// A share of things counted, with the interval in which the true share lies with 95 % confidence.
///
/// @param part how many of them
/// @param whole of how many; none gives a share of 0 and the interval 0 to 1
public record Rate(long part, long whole) {
    private static final double Z = 1.959963984540054;

    public Rate {
        if (part < 0 || part > whole) {
            throw new IllegalArgumentException("a rate is of 0 to " + whole + ", was " + part);
        }
    }

    /// Part over whole.
    public double share() {
        return whole == 0 ? 0 : (double) part / whole;
    }

    /// The lower end of Wilson's score interval (E. B. Wilson, 1927), which stays sound for shares near 0 and 1.
    public double low() {
        return part == 0 ? 0 : Math.max(0, centre() - reach());
    }

    /// The upper end of Wilson's score interval.
    public double high() {
        return part == whole ? 1 : Math.min(1, centre() + reach());
    }

    private double centre() {
        return whole == 0 ? 0.5 : (share() + Z * Z / (2 * whole)) / (1 + Z * Z / whole);
    }

    private double reach() {
        double variance = share() * (1 - share()) / whole + Z * Z / (4.0 * whole * whole);
        return Z * Math.sqrt(variance) / (1 + Z * Z / whole);
    }
}

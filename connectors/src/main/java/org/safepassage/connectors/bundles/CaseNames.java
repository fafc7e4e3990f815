package org.safepassage.connectors.bundles;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Parameters;

/// The parameter that finds a bundle's case number in its file name.
public final class CaseNames {
    private CaseNames() {}

    /// A pattern whose group 1 is the case number.
    ///
    /// @throws DoorProblem of kind CONFIGURATION when it is no such pattern
    public static Pattern pattern(Parameters parameters, String name) throws DoorProblem {
        try {
            Pattern pattern = Pattern.compile(parameters.text(name));
            if (pattern.matcher("").groupCount() < 1) {
                throw parameters.refused(name, "must have a group for the case number");
            }
            return pattern;
        } catch (PatternSyntaxException wrong) {
            throw parameters.refused(name, "is no regular expression");
        }
    }
}

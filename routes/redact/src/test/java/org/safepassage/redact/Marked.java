package org.safepassage.redact;

import java.util.List;
import org.safepassage.schemas.Mention;

/// Writes a text with its mentions in brackets, so that a test reads as before and after: `[Іваноў|PERSON.SURNAME p1]`.
/// Public for the tests of the sub-packages.
public final class Marked {
    private Marked() {}

    /// The text with every mention of recogniser `name` in brackets, with its type and person.
    public static String by(String name, String text, List<Mention> mentions) {
        int[] codePoints = text.codePoints().toArray();
        var out = new StringBuilder();
        int done = 0;
        for (Mention mention : mentions) {
            if (!mention.recogniser().equals(name) || mention.start() < done) {
                continue;
            }
            out.append(new String(codePoints, done, mention.start() - done));
            out.append('[').append(new String(codePoints, mention.start(), mention.end() - mention.start()));
            out.append('|').append(mention.type());
            if (mention.person() != null) {
                out.append(' ').append(mention.person());
            }
            out.append(']');
            done = mention.end();
        }
        return out.append(new String(codePoints, done, codePoints.length - done))
                .toString();
    }
}

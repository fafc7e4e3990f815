package org.safepassage.redact;

import java.util.List;
import org.safepassage.schemas.Mention;

/// What was found in one text.
///
/// @param mentions ordered by start, then end; overlaps only between mentions of different kinds
/// @param notices persons who could not be searched for
public record Detection(List<Mention> mentions, List<Notice> notices) {
    public Detection {
        mentions = List.copyOf(mentions);
        notices = List.copyOf(notices);
    }
}

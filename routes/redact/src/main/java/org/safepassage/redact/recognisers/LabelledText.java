package org.safepassage.redact.recognisers;

import java.util.List;
import org.safepassage.schemas.Mention;

/// A text whose mentions are known, for training and measuring.
///
/// @param mentions all persons in it, and what else is labelled; offsets in code points
public record LabelledText(String text, List<Mention> mentions) {
    public LabelledText {
        mentions = List.copyOf(mentions);
    }

    @Override
    public String toString() {
        return "LabelledText[" + mentions.size() + " mentions]";
    }
}

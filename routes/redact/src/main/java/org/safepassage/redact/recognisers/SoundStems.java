package org.safepassage.redact.recognisers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.Token;

/// The sound stems of the tokens of one text, each made when it is first asked for. Safe to share between threads.
final class SoundStems {
    private final String lower;
    private final List<Token> tokens;
    /// Threads may fill one place twice, each time with the same stem.
    private final @Nullable String[] stems;

    private SoundStems(NormalText text) {
        this.lower = text.lower();
        this.tokens = text.tokens();
        this.stems = new String[tokens.size()];
    }

    static SoundStems of(NormalText text) {
        return text.derived(SoundStems.class, SoundStems::new);
    }

    String at(int i) {
        String stem = stems[i];
        if (stem == null) {
            Token token = tokens.get(i);
            stem = KnownPhrases.stem(lower.substring(token.start(), token.end()));
            stems[i] = stem;
        }
        return stem;
    }
}

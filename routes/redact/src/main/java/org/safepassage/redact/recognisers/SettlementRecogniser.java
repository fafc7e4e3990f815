package org.safepassage.redact.recognisers;

import java.util.ArrayList;
import java.util.List;
import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.Token;

/// Towns and villages behind a word that announces one, as [Settlements] reads them.
public final class SettlementRecogniser implements Recogniser {
    /// For the service loader.
    public SettlementRecogniser() {}

    @Override
    public String name() {
        return "settlement";
    }

    @Override
    public List<Span> find(NormalText text, DetectionContext context) {
        var settlements = new Settlements(text);
        var spans = new ArrayList<Span>();
        List<Token> tokens = text.tokens();
        for (int i = 1; i < tokens.size(); i++) {
            if (settlements.stands(i)) {
                spans.add(Span.of(tokens.get(i).start(), tokens.get(i).end(), "LOCATION", 0.9));
            }
        }
        return spans;
    }
}

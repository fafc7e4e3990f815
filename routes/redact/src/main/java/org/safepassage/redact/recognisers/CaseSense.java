package org.safepassage.redact.recognisers;

import java.util.List;
import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.Token;

/// Whether capital letters mean anything around a token: text typed all small or all capital tells nothing by case.
final class CaseSense {
    /// What case tells.
    enum Kind {
        /// Names have capitals here, other words have not.
        CAPITALS,
        /// All small: any word may be a name.
        NONE,
        /// All capital: any word may be a name.
        SHOUTED
    }

    private static final int REACH = 24;
    private static final int TOO_FEW = 3;

    private final int[] raised;
    private final int[] lower;

    private CaseSense(int[] raised, int[] lower) {
        this.raised = raised;
        this.lower = lower;
    }

    static CaseSense of(NormalText text) {
        return text.derived(CaseSense.class, it -> of(it.tokens()));
    }

    private static CaseSense of(List<Token> tokens) {
        int[] raised = new int[tokens.size() + 1];
        int[] lower = new int[tokens.size() + 1];
        for (int i = 0; i < tokens.size(); i++) {
            Token.Shape shape = tokens.get(i).shape();
            boolean small = shape == Token.Shape.LOWER && tokens.get(i).length() > 1;
            lower[i + 1] = lower[i] + (small || shape == Token.Shape.CAPITALISED ? 1 : 0);
            raised[i + 1] = raised[i] + (shape == Token.Shape.CAPITALISED || shape == Token.Shape.UPPER ? 1 : 0);
        }
        return new CaseSense(raised, lower);
    }

    Kind at(int i) {
        int from = Math.max(0, i - REACH);
        int to = Math.min(raised.length - 1, i + REACH + 1);
        int raisedAround = raised[to] - raised[from];
        int lowerAround = lower[to] - lower[from];
        if (raisedAround == 0) {
            return Kind.NONE;
        }
        return lowerAround == 0 && raisedAround >= TOO_FEW ? Kind.SHOUTED : Kind.CAPITALS;
    }
}

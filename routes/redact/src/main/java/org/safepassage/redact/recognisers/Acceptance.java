package org.safepassage.redact.recognisers;

import org.safepassage.redact.text.Token;

/// How much agreement makes a token a mention. The less its case says, the more letters must agree; what is refused
/// here may still be accepted beside another part of the same person's name.
final class Acceptance {
    private Acceptance() {}

    static boolean alone(Hit hit, Token token, String lower, CaseSense.Kind sense) {
        boolean raised = token.shape() != Token.Shape.LOWER;
        boolean telling = raised && sense != CaseSense.Kind.SHOUTED;
        return switch (hit.quality()) {
            case EXACT -> exact(hit, telling, raised, lower, sense);
            case TRANSLITERATED -> hit.stem() >= (telling ? 3 : 5) && (telling || sense != CaseSense.Kind.CAPITALS);
            case SOUND -> hit.stem() >= (telling ? 4 : 6) && (raised || sense == CaseSense.Kind.NONE);
            case MISSPELT -> telling && hit.stem() >= 6;
        };
    }

    private static boolean exact(Hit hit, boolean telling, boolean raised, String lower, CaseSense.Kind sense) {
        boolean ordinary = NameParticles.isOrdinary(hit.word().base());
        if (telling) {
            return hit.stem() >= 3 || lower.equals(hit.word().base());
        }
        if (raised || sense == CaseSense.Kind.NONE) {
            return hit.stem() >= 3 && (!ordinary || raised);
        }
        return hit.stem() >= 5 && !ordinary && hit.word().kind() != NameWord.Kind.EVERYDAY;
    }

    static boolean besideNeighbour(Hit hit) {
        return switch (hit.quality()) {
            case EXACT -> true;
            case TRANSLITERATED -> hit.stem() >= 2;
            case SOUND -> hit.stem() >= 3;
            case MISSPELT -> hit.stem() >= 5;
        };
    }
}

package org.safepassage.connectors.derived;

import java.util.ArrayList;
import java.util.List;

/// What is found wrong in one file. For one thread.
final class Findings {
    private static final int MOST = 100;

    private final String file;
    private final List<Refusal> refusals = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    /// Notes something that is refused, up to a bound: a hostile file fills no screen.
    void add(int line, String place, String message) {
        if (refusals.size() < MOST) {
            refusals.add(new Refusal(file, line, place, message));
        }
    }

    List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    /// A place below another one; a key that is no plain word is not shown.
    static String below(String place, String key) {
        return place + "/" + (key.matches("[A-Za-z0-9_.-]{1,60}") ? key : "(unprintable)");
    }
}

package org.safepassage.hub.pipeline;

import org.safepassage.hub.ledger.Step;

/// What a route's id says: `seal.office` is the route of step seal for `office`, `extract` one that all share.
public final class RouteName {
    private RouteName() {}

    /// The step that a route does; handing over is the second half of delivering.
    ///
    /// @throws IllegalArgumentException when it does none, such as a look for receipts
    public static Step step(String route) {
        String word = word(route);
        return word.equals("hand-over") ? Step.DELIVER : Step.ofWord(word);
    }

    /// What comes before the first dot, or all of it.
    public static String word(String route) {
        return route.replaceFirst("[.].*", "");
    }

    /// What follows the first dot: a partner, recipient or exchange; all of it when there is no dot.
    public static String name(String route) {
        return route.replaceFirst("^[^.]*[.]", "");
    }
}

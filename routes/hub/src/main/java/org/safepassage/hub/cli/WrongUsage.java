package org.safepassage.hub.cli;

/// What somebody asked of a command cannot be done; its message says why and what to do, never what a file holds.
final class WrongUsage extends Exception {
    private static final long serialVersionUID = 1L;

    WrongUsage(String problem) {
        super(problem);
    }
}

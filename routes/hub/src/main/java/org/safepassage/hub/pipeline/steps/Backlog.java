package org.safepassage.hub.pipeline.steps;

/// How many messages wait in a queue.
@FunctionalInterface
public interface Backlog {
    /// Messages waiting or being worked on.
    long of(String queue);
}

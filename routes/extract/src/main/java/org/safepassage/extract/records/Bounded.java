package org.safepassage.extract.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.JsltException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Runs a mapping in a thread of its own with a deadline: a mapping may recurse without end, or a pattern of it may
/// take for ever on one partner's text.
final class Bounded {
    private static final int SECONDS = 20;
    private static final int MOST_NODES = 1_000_000;
    private static final long STACK_BYTES = 8L << 20;

    /// What the mapping gave, or why it gave nothing.
    ///
    /// @param value the result, when there is one
    /// @param failure what went wrong, without any value of the record
    record Mapped(Optional<JsonNode> value, String failure) {}

    private Bounded() {}

    static Mapped apply(Mapping mapping, JsonNode record) {
        var result = new CompletableFuture<Mapped>();
        Thread runner = Thread.ofPlatform()
                .daemon()
                .name("mapping")
                .stackSize(STACK_BYTES)
                .start(() -> result.complete(run(mapping, record)));
        try {
            return result.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            runner.interrupt();
            return failed(
                    "The mapping " + mapping.name() + " takes longer than " + SECONDS + " seconds on this record");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while mapping a record", interrupted);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("the mapping thread failed", impossible);
        }
    }

    private static Mapped run(Mapping mapping, JsonNode record) {
        try {
            JsonNode value = mapping.apply(record);
            if (count(value, 0) > MOST_NODES) {
                return failed("The mapping " + mapping.name() + " gives more than a million values for this record");
            }
            return new Mapped(Optional.of(value), "");
        } catch (StackOverflowError endless) {
            return failed("The mapping " + mapping.name() + " calls itself without end on this record");
        } catch (JsltException failed) {
            return failed(
                    "The mapping " + mapping.name() + " cannot deal with this record; compare it with the schema");
        } catch (RuntimeException unexpected) {
            return failed("The mapping " + mapping.name() + " failed on this record");
        }
    }

    private static Mapped failed(String why) {
        return new Mapped(Optional.empty(), why);
    }

    private static int count(JsonNode node, int before) {
        int counted = before + 1;
        for (JsonNode child : node) {
            if (counted > MOST_NODES) {
                return counted;
            }
            counted = count(child, counted);
        }
        return counted;
    }
}

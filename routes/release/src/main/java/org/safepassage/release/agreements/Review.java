package org.safepassage.release.agreements;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.safepassage.schemas.CaseFileVersion;

/// Which case files a reviewer sees before they leave. What the exit check or another doubt holds goes to a reviewer
/// whatever this says. Immutable.
public sealed interface Review {
    /// No case file is sent to review by the agreement.
    record None() implements Review {}

    /// A part of the case files is sent to review.
    ///
    /// @param percent from 1 to 99
    record Sample(int percent) implements Review {
        public Sample {
            if (percent < 1 || percent > 99) {
                throw new IllegalArgumentException("a sample is 1 to 99 percent; write none or all otherwise");
            }
        }
    }

    /// Every case file is sent to review.
    record All() implements Review {}

    /// Whether a reviewer must see this version before it goes over this exchange. The same question has the same
    /// answer at every replay, so that a retry cannot be used to draw again.
    default boolean asks(CaseFileVersion caseFile, String exchange) {
        return switch (this) {
            case None none -> false;
            case All all -> true;
            case Sample sample -> draw(caseFile + " " + exchange) < sample.percent();
        };
    }

    private static int draw(String ticket) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(ticket.getBytes(StandardCharsets.UTF_8));
            return (int) Long.remainderUnsigned(ByteBuffer.wrap(digest).getLong(), 100);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

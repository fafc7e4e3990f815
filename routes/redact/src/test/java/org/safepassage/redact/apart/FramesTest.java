package org.safepassage.redact.apart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FramesTest {
    @Property(tries = 200)
    void whatIsWrittenIsRead(@ForAll byte[] payload, @ForAll @IntRange(min = 1, max = 4) int kind) throws IOException {
        // Given
        byte[] bytes = written((byte) kind, payload);

        // When
        Frames.Frame frame = read(bytes);

        // Then
        assertThat(frame.kind()).isEqualTo((byte) kind);
        assertThat(frame.payload()).isEqualTo(payload);
    }

    @Property(tries = 500)
    void anythingElseIsBrokenOrCutOffAndNeverWorse(@ForAll byte[] noise, @ForAll byte[] payload, @ForAll int place)
            throws IOException {
        // Given
        byte[] spoilt = written(Frames.REPLY, payload);
        for (int i = 0; i < noise.length; i++) {
            spoilt[Math.floorMod(place + i, spoilt.length)] ^= noise[i];
        }

        // When
        Throwable thrown = catchThrowable(() -> read(spoilt));

        // Then
        if (thrown != null) {
            assertThat(thrown).isInstanceOfAny(Frames.BrokenFrame.class, EOFException.class);
        }
    }

    @Property(tries = 200)
    void aCutFrameIsNoFrame(@ForAll byte[] payload, @ForAll @IntRange(min = 0, max = 1_000) int cut)
            throws IOException {
        // Given
        byte[] whole = written(Frames.REPLY, payload);
        byte[] part = Arrays.copyOf(whole, Math.min(cut, whole.length - 1));

        // When, Then
        assertThatThrownBy(() -> read(part)).isInstanceOf(EOFException.class);
    }

    private static byte[] written(byte kind, byte[] payload) throws IOException {
        var bytes = new ByteArrayOutputStream();
        Frames.write(new DataOutputStream(bytes), kind, payload);
        return bytes.toByteArray();
    }

    private static Frames.Frame read(byte[] bytes) throws IOException {
        return Frames.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }
}

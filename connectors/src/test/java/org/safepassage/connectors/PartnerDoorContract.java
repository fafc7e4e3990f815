package org.safepassage.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.peers.CuttingLine;

/// What every partner door to a server promises. A transport's test inherits it and supplies the real
/// server behind the door.
public abstract class PartnerDoorContract extends PulledCasesContract {
    /// Puts many small cases quickly.
    protected abstract void putManyCases(int count) throws Exception;

    /// Parameters with which the log-in is refused.
    protected abstract Map<String, String> wrongPassword();

    /// Parameters that lead to a port where nobody listens.
    protected abstract Map<String, String> nobodyThere();

    /// Parameters that lead through the line.
    protected abstract Map<String, String> through(int port);

    /// The server's port.
    protected abstract int port();

    /// A line to the server; `through` leads through it.
    protected CuttingLine line() {
        return new CuttingLine(port());
    }

    /// Where the line is cut while a case with an exhibit of 3 MB is read.
    protected long bytesBeforeTheCut() {
        return 1_500_000;
    }

    @Override
    protected List<String> steps() {
        return List.of("resolve", "connect", "authenticate", "list");
    }

    @Test
    void aDoorCutInTheMiddleResumes() throws Exception {
        // Given
        byte[] video = noise(3_000_000, 7);
        putCase("K-1", "one", Map.of("video.mp4", video));
        try (var line = line();
                var door = door(through(line.port()))) {
            var arrival = list(door, "").getFirst();
            line.cutAfter(bytesBeforeTheCut());
            // When
            var taken = Taken.from(door, arrival);
            // Then
            assertThat(taken.bytes.get("video.mp4")).isEqualTo(video);
            assertThat(line.connections()).isGreaterThan(1);
        }
    }

    @Test
    void aRefusedPasswordSaysSo() throws Exception {
        // Given
        try (var door = door(wrongPassword())) {
            // When
            var report = door.test();
            // Then
            var last = report.steps().getLast();
            assertThat(report.passed()).isFalse();
            assertThat(last.name()).isEqualTo("authenticate");
            assertThat(last.nextAction()).isEqualTo(Kind.LOGIN_REFUSED.nextAction());
            assertThat(report.toString()).doesNotContain("wrong-secret");
            assertThatThrownBy(() -> list(door, ""))
                    .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.LOGIN_REFUSED));
        }
    }

    @Test
    void aServerThatIsDownSaysSo() throws Exception {
        // Given
        try (var door = door(nobodyThere())) {
            // When
            var report = door.test();
            // Then
            assertThat(report.steps().getLast().name()).isEqualTo("connect");
            assertThat(report.passed()).isFalse();
            assertThatThrownBy(() -> list(door, ""))
                    .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.UNREACHABLE));
        }
    }

    @Test
    void aSilentServerIsGivenUp() throws Exception {
        // Given
        try (var line = line();
                var door = door(with(through(line.port()), Map.of("connectSeconds", "1", "silenceSeconds", "1")))) {
            line.silence(true);
            long start = System.nanoTime();
            // When, then
            assertThatThrownBy(() -> list(door, ""))
                    .satisfies(thrown -> assertThat(kind(thrown)).isIn(Kind.TIMED_OUT, Kind.CUT, Kind.UNREACHABLE));
            assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
        }
    }

    @Test
    protected void aHugeListingIsLazy() throws Exception {
        // Given
        putManyCases(300);
        try (var line = line();
                var door = door(through(line.port()))) {
            try (var arrivals = door.changes("")) {
                // When
                var three = arrivals.limit(3).toList();
                long afterThree = line.carried();
                // Then
                assertThat(three).hasSize(3);
                long all = list(door, "").size();
                assertThat(all).isEqualTo(300);
                assertThat(afterThree).isLessThan((line.carried() - afterThree) / 2);
            }
        }
    }
}

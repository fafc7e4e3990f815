package org.safepassage.hub.pipeline;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.hub.house.HouseFolders;
import org.safepassage.hub.wiring.House;

/// Tests that each have a house of their own, on new folders and with a clock that only the test sets.
abstract class HousedTest {
    static final Instant TODAY = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    Path root = Path.of("");

    final AtomicReference<Instant> now = new AtomicReference<>(TODAY);

    @SuppressWarnings("NullAway.Init") // set before each test
    House house;

    @BeforeEach
    void aHouse() throws Exception {
        house = House.open(HouseFolders.make(root), Map.of("clock", () ->
                (InstantSource) () -> Objects.requireNonNull(now.get())));
    }

    @AfterEach
    void close() {
        house.close();
    }
}

package org.safepassage.hub.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.hub.ledger.Parcel;
import org.safepassage.hub.ledger.States;
import org.safepassage.hub.ledger.Step;
import org.safepassage.hub.wiring.House;

/// Case files that were there before their exchange.
@Tag("slow")
class BackFillTest {
    private static final String OLD = "office-to-court";
    private static final String NEW = "office-to-tribunal";

    @TempDir
    Path root = Path.of("");

    @SuppressWarnings("NullAway.Init") // set before each test
    private House house;

    @BeforeEach
    void aHouse() throws Exception {
        house = House.open(root);
        house.start(Map.of(), ArrivalRoutes.class);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void whatIsMissingBeginsAndNothingElse() throws Exception {
        // Given: one was read before the exchange came, one goes over it already, one is still being read
        var read = house.arrived("1", "one", OLD);
        house.passed(new Parcel(read, "", 1), "found", Step.EXTRACT, Step.NORMALISE, Step.DETECT);
        var both = house.arrived("2", "two", OLD, NEW);
        house.passed(new Parcel(both, "", 1), "found", Step.EXTRACT, Step.NORMALISE, Step.DETECT);
        house.passed(new Parcel(both, NEW, 1), "decided", Step.DECIDE);
        house.arrived("3", "three", OLD);

        // When
        var counted = house.get(BackFill.class).run(NEW, false);

        // Then
        assertThat(counted).isEqualTo(new BackFill.Result(2, 1, 1));
        assertThat(house.backlog("decide")).isZero();
        assertThat(house.get(States.class).find(read, NEW)).isEmpty();

        // When
        house.get(BackFill.class).run(NEW, true);

        // Then
        assertThat(house.backlog("decide")).isEqualTo(1);
        assertThat(house.get(States.class).find(read, NEW)).isPresent();
        assertThat(house.get(States.class).find(read, OLD)).isPresent();

        // When: it was decided
        house.passed(new Parcel(read, NEW, 1), "decided", Step.DECIDE);

        // Then
        assertThat(house.get(BackFill.class).run(NEW, true)).isEqualTo(new BackFill.Result(1, 0, 1));
    }

    @Test
    void ofSeveralVersionsOnlyTheNewestGoes() throws Exception {
        // Given
        house.arrived("1", "first words", OLD);
        var newest = house.arrived("1", "later words", OLD);
        house.passed(new Parcel(newest, "", 1), "found", Step.EXTRACT, Step.NORMALISE, Step.DETECT);

        // When, Then
        assertThat(house.get(BackFill.class).run(NEW, true)).isEqualTo(new BackFill.Result(1, 1, 0));
        assertThat(house.get(States.class).find(newest, NEW)).isPresent();
    }
}

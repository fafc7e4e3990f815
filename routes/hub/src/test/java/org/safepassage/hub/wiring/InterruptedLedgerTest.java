package org.safepassage.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The embedded ledger when a thread that writes into it is interrupted, as Quartz interrupts its own on shutdown.
@Tag("slow")
class InterruptedLedgerTest {
    @TempDir
    Path root = Path.of("");

    @Test
    void whatIsInterruptedWhileItWritesClosesTheLedgerForNobody() throws Exception {
        try (var house = House.open(root)) {
            // Given
            var ledger = JdbcClient.create(house.get(DataSource.class));
            ledger.sql("create table noted (n int)").update();
            List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());

            // When: each of these writes with its interruption pending
            for (int number = 0; number < 20; number++) {
                int noted = number;
                var writer = Thread.ofPlatform().start(() -> {
                    Thread.currentThread().interrupt();
                    try {
                        ledger.sql("insert into noted values (?)").param(noted).update();
                    } catch (RuntimeException failed) {
                        failures.add(failed);
                    }
                });
                writer.join();
            }

            // Then: a write may have been given up before it began, and the ledger is open
            int there = ledger.sql("select count(*) from noted")
                    .query(Integer.class)
                    .single();
            assertThat(there).isEqualTo(20 - failures.size());
            ledger.sql("insert into noted values (99)").update();
        }
    }
}

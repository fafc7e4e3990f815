package org.safepassage.connectors.webdav;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.safepassage.connectors.Delivery;
import org.safepassage.connectors.peers.CuttingLine;
import org.safepassage.schemas.Content;

/// The same in one request, as any WebDAV server takes it.
class DavPutConsignmentsTest extends DavConsignmentsTest {
    @Override
    String upload() {
        return "put";
    }

    /// One request cannot go on in the middle: the next try begins again, and nobody sees half a file.
    @Override
    @Test
    protected void aDeliveryCutInTheMiddleGoesOnWhereItBroke() throws Exception {
        // Given
        byte[] bytes = noise(4_000_000, 1);
        try (var line = new CuttingLine(port());
                var door = door(through(line.port()))) {
            line.cutAfter(3_000_000);
            // When
            var first = door.deliver("sp-1", Content.of(bytes));
            var namesThen = names();
            var second = door.deliver("sp-1", Content.of(bytes));
            // Then
            assertThat(first)
                    .isInstanceOfSatisfying(
                            Delivery.Failed.class,
                            failed -> assertThat(failed.kind().passing()).isTrue());
            assertThat(namesThen).doesNotContain("sp-1");
            assertThat(second).isEqualTo(new Delivery.Delivered());
            assertThat(delivered("sp-1")).isEqualTo(bytes);
            assertThat(names()).containsExactly("sp-1");
        }
    }
}

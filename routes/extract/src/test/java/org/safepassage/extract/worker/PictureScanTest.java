package org.safepassage.extract.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.junit.jupiter.api.Test;

final class PictureScanTest {
    @Test
    void theSameReaderReadsAScanInWhateverOrderTheyAreRegistered() {
        // Given
        List<ImageReader> readers = new ArrayList<>();
        ImageIO.getImageReadersByFormatName("tiff").forEachRemaining(readers::add);

        // When
        var first = PictureScan.inOrder(readers.iterator()).findFirst().orElseThrow();
        var last =
                PictureScan.inOrder(readers.reversed().iterator()).findFirst().orElseThrow();

        // Then
        assertThat(readers).hasSizeGreaterThan(1);
        assertThat(first).isSameAs(last);
        assertThat(first.getClass().getName()).startsWith("com.sun.imageio.");
    }
}

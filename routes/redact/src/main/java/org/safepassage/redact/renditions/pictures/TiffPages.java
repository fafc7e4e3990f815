package org.safepassage.redact.renditions.pictures;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/// How many pages a TIFF has, told from the chain of its directories alone (TIFF 6.0, section 2; BigTIFF too): nothing
/// is decoded, and no more is read than a few bytes a page. Readers of TIFF follow a chain that leads back to itself
/// without end.
///
/// @param count pages found; 0 for what is no TIFF
/// @param isEndless whether the chain leads back to where it was
public record TiffPages(int count, boolean isEndless) {
    private static final int CLASSIC = 42;
    private static final int BIG = 43;

    /// Counts the pages of a file, and no more of them than tell that there are more than `most`.
    ///
    /// @throws IOException when the file cannot be read
    public static TiffPages of(Path file, int most) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
            int order = bytes.readUnsignedShort();
            var numbers = new Numbers(bytes, order == 0x4949);
            long version = order == 0x4949 || order == 0x4D4D ? numbers.next(2) : 0;
            if (version != CLASSIC && version != BIG) {
                return new TiffPages(0, false);
            }
            boolean big = version == BIG;
            bytes.seek(big ? 8 : 4);
            return along(bytes, numbers, big, most);
        } catch (EOFException noHead) {
            return new TiffPages(0, false);
        }
    }

    /// What is cut short ends the chain: readers tell that it is damaged.
    private static TiffPages along(RandomAccessFile bytes, Numbers numbers, boolean big, int most) throws IOException {
        Set<Long> seen = new HashSet<>();
        try {
            long place = numbers.next(big ? 8 : 4);
            while (place > 0 && place < bytes.length() && seen.size() <= most) {
                if (!seen.add(place)) {
                    return new TiffPages(seen.size(), true);
                }
                bytes.seek(place);
                long entries = numbers.next(big ? 8 : 2);
                long next = place + (big ? 8 : 2) + entries * (big ? 20 : 12);
                if (entries < 0 || entries > bytes.length() || next > bytes.length()) {
                    break;
                }
                bytes.seek(next);
                place = numbers.next(big ? 8 : 4);
            }
        } catch (EOFException cut) {
            return new TiffPages(seen.size(), false);
        }
        return new TiffPages(seen.size(), false);
    }

    /// Whole numbers in the file's order of bytes.
    private record Numbers(RandomAccessFile bytes, boolean isLittleEndian) {
        long next(int width) throws IOException {
            long number = 0;
            for (int i = 0; i < width; i++) {
                long next = bytes.readUnsignedByte();
                number = isLittleEndian ? number | (next << (8 * i)) : (number << 8) | next;
            }
            return number;
        }
    }
}

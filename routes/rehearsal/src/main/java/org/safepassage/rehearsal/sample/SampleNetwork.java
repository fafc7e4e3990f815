package org.safepassage.rehearsal.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.safepassage.rehearsal.sample.network.PartnerNetwork;

/// Makes the sample partner network: invented testimonies in real formats at three partners, and the ground truth
/// beside them. The same options give the same bytes, on any machine and at any time.
public final class SampleNetwork {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private SampleNetwork() {}

    /// What to make.
    ///
    /// @param cases how many case files, from 1
    /// @param seed what everything is drawn from
    /// @param videoBytes size of the first video in bytes; 0 leaves it as small as it is
    public record Options(int cases, long seed, long videoBytes) {
        public Options {
            if (cases < 1 || videoBytes < 0) {
                throw new IllegalArgumentException("at least one case, and a video of no fewer than 0 bytes");
            }
        }
    }

    /// Writes `out/partners` and `out/truth`.
    ///
    /// @param out an empty or absent folder
    /// @param progress is told of each finished case, counting from 1
    /// @throws IOException when the disk refuses, or `out` holds something already
    public static Summary write(Options options, Path out, Consumer<Integer> progress) throws IOException {
        if (Files.isDirectory(out)) {
            try (Stream<Path> inside = Files.list(out)) {
                if (inside.findAny().isPresent()) {
                    throw new IOException("the folder to write to is not empty");
                }
            }
        }
        Summary summary = PartnerNetwork.write(options, out, progress);
        Files.write(out.resolve("truth").resolve("summary.json"), JSON.writeValueAsBytes(summary));
        return summary;
    }
}

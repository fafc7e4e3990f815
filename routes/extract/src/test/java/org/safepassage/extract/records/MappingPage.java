package org.safepassage.extract.records;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// The complete example of config/mappings/README.md: what the page shows is what the tests run.
final class MappingPage {
    private static final List<String> BLOCKS = blocks();

    private MappingPage() {}

    static String partnerRecord() {
        return BLOCKS.get(0);
    }

    static Mapping mapping() {
        return Mapping.of("page", BLOCKS.get(2), BLOCKS.get(1));
    }

    private static List<String> blocks() {
        Path page = Path.of(System.getProperty("safepassage.root"), "config", "mappings", "README.md");
        try {
            return Pattern.compile("```(?:json)?\n(.*?)```", Pattern.DOTALL)
                    .matcher(Files.readString(page))
                    .results()
                    .map(block -> block.group(1))
                    .toList();
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }
}

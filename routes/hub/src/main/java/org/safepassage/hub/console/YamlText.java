package org.safepassage.hub.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// YAML as the console writes and reads it: as few quotes as can be, several lines as a block.
final class YamlText {
    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .stringQuotingChecker(new ReferencesPlain())
            .build());

    private YamlText() {}

    /// References stand without quotes, as people write them.
    private static final class ReferencesPlain extends StringQuotingChecker.Default {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean needToQuoteValue(String value) {
            return !value.matches("\\$\\{[A-Za-z0-9_:./-]+}") && super.needToQuoteValue(value);
        }
    }

    /// The content of a file.
    static String of(Map<String, Object> content) {
        try {
            return YAML.writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("maps of texts can be written", impossible);
        }
    }

    /// A file's content with its keys in the order of an earlier one, so that a difference shows only what changed.
    static String inOrderOf(String earlier, String text) {
        try {
            return read(text) instanceof ObjectNode fresh && read(earlier) instanceof ObjectNode old
                    ? YAML.writeValueAsString(ordered(old, fresh))
                    : text;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was read can be written", impossible);
        }
    }

    private static ObjectNode ordered(ObjectNode old, ObjectNode fresh) {
        ObjectNode ordered = YAML.createObjectNode();
        old.fieldNames().forEachRemaining(key -> {
            if (fresh.has(key)) ordered.set(key, fresh.get(key));
        });
        fresh.properties().forEach(entry -> {
            boolean both = entry.getValue() instanceof ObjectNode && old.get(entry.getKey()) instanceof ObjectNode;
            ordered.set(
                    entry.getKey(),
                    both
                            ? ordered((ObjectNode) old.get(entry.getKey()), (ObjectNode) entry.getValue())
                            : entry.getValue());
        });
        return ordered;
    }

    /// A file's content with its placeholders; missing when it cannot be read.
    static JsonNode read(String text) {
        try {
            JsonNode read = YAML.readTree(text);
            return read == null ? MissingNode.getInstance() : read;
        } catch (JsonProcessingException unreadable) {
            return MissingNode.getInstance();
        }
    }

    /// A number where it is one; a text, such as a placeholder, where it is not: the check tells what is wrong.
    static Object number(String value) {
        return value.matches("-?[0-9]{1,18}") ? (Object) Long.valueOf(value) : value;
    }

    /// Words parted by commas or spaces.
    static List<String> words(String text) {
        return Arrays.stream(text.split("[,\\s]+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }
}

package org.safepassage.extract.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// How one partner's record is turned into the hub's vocabulary: a JSLT file and, beside it, the JSON Schema of the
/// partner's record. Both are the operator's; the record is not trusted. Neither file can read another. Immutable and
/// thread-safe. `config/mappings/README.md` says how to write one.
public final class Mapping {
    private final String name;
    private final Expression expression;
    private final Contract partnerSchema;

    private Mapping(String name, Expression expression, Contract partnerSchema) {
        this.name = name;
        this.expression = expression;
        this.partnerSchema = partnerSchema;
    }

    /// Reads `NAME.jslt` and `NAME.schema.json` in a folder, UTF-8.
    ///
    /// @throws IOException when one of them cannot be read
    /// @throws IllegalArgumentException when one of them is wrong; the message names the file and the line
    public static Mapping load(Path folder, String name) throws IOException {
        return of(
                name,
                Files.readString(folder.resolve(name + ".jslt")),
                Files.readString(folder.resolve(name + ".schema.json")));
    }

    /// A mapping from the text of its two files.
    ///
    /// @throws IllegalArgumentException when one of them is wrong
    public static Mapping of(String name, String jslt, String schema) {
        try {
            Expression expression = new Parser(new StringReader(jslt))
                    .withSource(name + ".jslt")
                    .withResourceResolver(wanted -> {
                        throw new JsltException("import is not available in a mapping");
                    })
                    .compile();
            return new Mapping(name, expression, Contract.of(schema));
        } catch (JsltException wrong) {
            throw new IllegalArgumentException("mapping " + name + ".jslt: " + wrong.getMessage(), wrong);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("mapping " + name + ".schema.json: " + wrong.getMessage(), wrong);
        }
    }

    /// The name of the two files.
    public String name() {
        return name;
    }

    List<Contract.Breach> breaches(JsonNode partnerRecord) {
        return partnerSchema.breaches(partnerRecord);
    }

    /// @throws JsltException when the mapping fails on this record; its message may quote the record
    JsonNode apply(JsonNode partnerRecord) {
        JsonNode mapped = expression.apply(partnerRecord);
        return mapped == null ? NullNode.getInstance() : mapped;
    }
}

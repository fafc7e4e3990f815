package org.safepassage.hub.leaks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.safepassage.extract.ExtractorPool;
import org.safepassage.hub.wiring.InstalledExtractor;
import org.safepassage.redact.policies.Policies;
import org.safepassage.redact.policies.Policy;
import org.safepassage.redact.policies.PolicyInvalid;
import org.safepassage.schemas.CaseFile;
import org.safepassage.schemas.CaseFileVersion;
import org.safepassage.schemas.Person;

/// The exit check's surroundings as the hub wires them: its extraction, a case of one person, a delivered policy.
final class ReadBackScene {
    private ReadBackScene() {}

    static ExtractorPool extractor(Path folder) throws IOException {
        var settings = InstalledExtractor.settings(Files.createDirectories(folder.resolve("read-back")));
        return new ExtractorPool(settings.withWorkers(1).withOcr(settings.ocr().withPhotographs(true)));
    }

    static CaseFile caseOf(Person person) {
        return new CaseFile(
                CaseFileVersion.parse("cf-ab23cd34ef56gh72.v1"),
                "partner-a",
                "VS-2021/0734",
                "",
                List.of("torture"),
                List.of(person),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    static Policy policy() throws IOException, PolicyInvalid {
        return Policies.load(Path.of(System.getProperty("safepassage.root"), "config", "policies"))
                .find("un-mechanism")
                .orElseThrow();
    }
}

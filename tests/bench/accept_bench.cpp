// Packets of others: the accept pipeline against checking signatures and inserting rows.
#include "bench_world.h"

#include <benchmark/benchmark.h>

#include <sodium.h>

#include <algorithm>

namespace {

using namespace qis::core;
using namespace qis::bench;

constexpr std::size_t kPackets = 20000;
constexpr std::size_t kAuthors = 20;

/// Members of a network, and what each of them has written, interleaved.
struct Senders {
    NetworkId network = demoNetworkId();
    std::vector<SignedSite> sites;
    std::vector<DecodedPacket> packets;
    std::vector<Bytes> coarse;

    explicit Senders(std::size_t count) {
        const auto texts = outcomes(count);
        const Seconds now = SystemClock().wallMillis() / 1000;
        struct Chain {
            DeviceKey key = DeviceKey::generate();
            ChainLink next;
        };
        std::vector<Chain> chains(kAuthors);
        for (const auto& chain : chains) {
            SiteDocument document;
            document.siteName = "Site";
            document.site = siteIdOf(chain.key.author());
            document.network = network;
            document.demo = true;
            LinkKey link;
            link.bytes = chain.key.author().bytes;
            document.devices = {{chain.key.author(), link, {}}};
            document.validFrom = now;
            document.validUntil = now + 86400;
            auto site = openSiteDocument(signSiteDocument(document, chain.key));
            if (!site) {
                giveUp("a site document cannot be opened");
            }
            sites.push_back(*site);
        }
        for (std::size_t i = 0; i < count; ++i) {
            auto& chain = chains[i % kAuthors];
            Packet packet;
            packet.author = chain.key.author();
            packet.issued = now - now % 60;
            packet.link = chain.next;
            packet.content = contentOf(texts[i]);
            packet.signature =
                chain.key.sign(sigStructure(packet.author, encodePayload(packet.issued, packet.link, packet.content)));
            auto decoded = decodePacket(encodePacket(packet));
            if (!decoded) {
                giveUp("a packet cannot be read: " + decoded.error().detail);
            }
            chain.next = {packet.link.sequence + 1, shortId(decoded->id)};
            coarse.push_back(coarseOf(packet.content));
            packets.push_back(std::move(decoded).value());
        }
    }
};

/// Blocks of ours and of the baseline take turns, so that whatever else the machine does hits both.
void accept(benchmark::State& state) {
    const auto batch = static_cast<std::size_t>(state.range(0));
    const auto workers = static_cast<std::size_t>(state.range(1));
    static const Senders kSenders(scaled(kPackets));
    for (auto _ : state) {
        const Folder folder;
        const auto self = DeviceKey::generate();
        auto store = Store::open({folder.path() / "ours.sqlite", self.author(), true});
        if (!store) {
            giveUp("the store cannot be made");
        }
        BareStore bare(folder.path() / "bare.sqlite", self.author());
        Members members(kSenders.network);
        for (const auto& site : kSenders.sites) {
            (void)members.admit(site, true).ok();
        }
        Matcher matcher(catalogue());
        WorkerPool pool(workers);
        Accept pipeline(**store, catalogue(), members, matcher, pool, self.author());
        if (!pipeline.prepare()) {
            giveUp("the store cannot be read");
        }
        Stopwatch ours;
        Stopwatch baseline;
        const auto& packets = kSenders.packets;
        for (std::size_t first = 0; first < packets.size(); first += batch) {
            const std::size_t end = std::min(first + batch, packets.size());
            std::vector<Incoming> incoming;
            for (std::size_t i = first; i < end; ++i) {
                incoming.push_back({packets[i].bytes, packets[i].packet.author, 0});
            }
            ours.start();
            const auto verdicts = pipeline.accept(std::move(incoming), SystemClock().wallMillis());
            ours.stop();
            if (!verdicts || std::any_of(verdicts->begin(), verdicts->end(),
                                         [](const Verdict& verdict) { return verdict.code != Code::None; })) {
                giveUp("a packet was not accepted");
            }
            baseline.start();
            for (std::size_t i = first; i < end; ++i) {
                const auto& packet = packets[i];
                if (crypto_sign_verify_detached(packet.packet.signature.bytes.data(), packet.toBeSigned.data(),
                                                packet.toBeSigned.size(), packet.packet.author.bytes.data()) != 0) {
                    giveUp("a signature does not hold");
                }
            }
            bare.begin();
            for (std::size_t i = first; i < end; ++i) {
                bare.insert(packets[i], kSenders.coarse[i], false);
            }
            bare.commit();
            baseline.stop();
        }
        state.SetIterationTime(ours.seconds());
        const auto count = static_cast<double>(packets.size());
        Measure measure;
        measure.name = "accept, batches of " + std::to_string(batch) + (workers == 0 ? ", one thread" : "");
        measure.unit = "packets/s";
        measure.ours = count / ours.seconds();
        measure.baseline = count / baseline.seconds();
        measure.ratio = measure.ours / measure.baseline;
        measure.target = workers == 0 ? 0 : 0.85;
        state.counters["baseline"] = measure.baseline;
        state.counters["ratio"] = measure.ratio;
        if (batch == 256 && workers > 0) {
            rememberBaseline("accept", measure.baseline);
        }
        report(measure);
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(kSenders.packets.size()));
}

} // namespace

void qis::bench::registerAccept() {
    // With as many threads for signatures as a running node has on a machine of two cores, and with none.
    for (const auto& [batch, workers] : {std::pair{64, 1}, {256, 1}, {512, 1}, {256, 0}}) {
        benchmark::RegisterBenchmark("accept", accept)
            ->Args({batch, workers})
            ->Iterations(1)
            ->UseManualTime()
            ->Unit(benchmark::kMillisecond);
    }
}

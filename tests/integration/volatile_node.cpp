// qis-node-volatile SEED ...: qis-node whose unsynced writes die with it, as in a power cut.
#include "../../app/node/node_main.h"
#include "support/faulty_vfs.h"

#include <cstdlib>

int main(int argc, char** argv) {
    if (argc < 2) {
        return 2;
    }
    qis::testing::installVolatileVfs(std::strtoull(argv[1], nullptr, 10));
    argv[1] = argv[0];
    return nodeMain(argc - 1, argv + 1);
}

#include "node_main.h"

int main(int argc, char** argv) {
    return nodeMain(argc, argv);
}

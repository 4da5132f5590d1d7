package extract
import ("testing";"os";"runtime/pprof";"unionrep/normalize")
func TestZZProf(t *testing.T){
 if os.Getenv("PROF")=="" {t.Skip()}
 b,_:=os.ReadFile(os.Getenv("PROF")); f,_:=os.Create("/tmp/cpu.prof"); pprof.StartCPUProfile(f)
 x,_:=normalize.Clean(b, normalize.Options{}); Extract("x",x); pprof.StopCPUProfile(); f.Close()
}

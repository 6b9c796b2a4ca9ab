import jstat from 'jstat'
import { buildDemoService } from '#server/demo/cohort/buildDemoService.ts'
import { FactCollector } from '#domain/report/facts.ts'
import { makeReport, reportNames } from '#domain/report/reports.ts'
const today='2026-11-23'
const s=buildDemoService(today)
const inFiles=s.creates.filter(e=>e.file!==null)
const n=Number(process.argv[2]??10000)
const all:any[]=s.creates.filter(e=>e.file===null)
for(let i=0;all.length<n;i++) for(const e of inFiles){ if(all.length>=n)break; all.push({...e,id:e.id+i,file:e.file+'x'+i, ...(e.kind==='client'?{id:e.file+'x'+i}:{})}) }
const texts=all.map(e=>JSON.stringify(e)); console.log('bytes',texts.reduce((a,b)=>a+b.length,0)/1e6)
let t=performance.now(); const parsed=texts.map(x=>JSON.parse(x)); console.log('parse',performance.now()-t)
t=performance.now()
const c=new FactCollector()
for(const {id,kind,file,body} of parsed) c.take({id,kind,file,deleted:null,body})
const facts=c.facts()
console.log('collect',performance.now()-t)
for(const name of reportNames){ t=performance.now()
makeReport(name,facts,{filter:{from:'2025-11-24',to:today,cohort:'referred'},names:new Map(),suppressed:false},{today,tQuantile:(p,d)=>jstat.jStat.studentt.inv(p,d)})
const a=performance.now()-t; t=performance.now()
makeReport(name,facts,{filter:{from:'2025-11-24',to:today,cohort:'activity'},names:new Map(),suppressed:true},{today,tQuantile:(p,d)=>jstat.jStat.studentt.inv(p,d)})
console.log(name,a.toFixed(1),(performance.now()-t).toFixed(1))}
